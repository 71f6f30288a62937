# The list of notices.
notifications-title = Notifications
notifications-new = new
notifications-see-all = Mark all as seen
notifications-all-seen = All notifications are marked as seen.
notifications-empty = Nothing new
notifications-empty-text = Here you will read what happens to your texts and to those that wait for you.
notifications-pages = Pages
notifications-newest = ← Newest
notifications-older = Older →

# Its newest ones on the home page.
notifications-panel = What changed since you were here
notifications-panel-more = All notifications
