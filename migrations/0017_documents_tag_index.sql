-- Lists filtered by a term that few documents have, or by a level that few texts have.

CREATE INDEX documents_tags_of_term ON documents_tags (dimension, term, document_id);
CREATE INDEX documents_editions_listed_by_level ON documents_editions (language, level, published_at, id)
    WHERE state = 'published';
