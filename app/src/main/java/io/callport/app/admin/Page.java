package io.callport.app.admin;

/** What is answered: a status, a content type and a text. */
record Page(int status, String contentType, String text) {}
