package io.callport.app.admin;

/** The answer to a request for a page: a status, a content type and a text. */
record Page(int status, String contentType, String text) {}
