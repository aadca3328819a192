package io.callport.app.admin;

/** An answer: a status, a content type and a text. */
record Page(int status, String contentType, String text) {}
