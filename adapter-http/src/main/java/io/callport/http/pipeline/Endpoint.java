package io.callport.http.pipeline;

import okhttp3.Headers;

/**
 * What is the same in all requests to one endpoint: it is made once.
 *
 * @param method the HTTP method, as in {@code POST}
 * @param url the whole address
 * @param headers the headers before the signature's
 */
public record Endpoint(String method, String url, Headers headers) {}
