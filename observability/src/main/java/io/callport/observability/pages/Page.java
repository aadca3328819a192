package io.callport.observability.pages;

/**
 * The answer to a request for a page.
 *
 * @param status the HTTP status
 * @param contentType the value of the header {@code Content-Type}
 * @param text the body
 */
public record Page(int status, String contentType, String text) {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String JSON = "application/json";

    /** A page of plain text. */
    public static Page text(int status, String text) {
        return new Page(status, TEXT, text);
    }

    /** A page of JSON. */
    public static Page json(int status, String json) {
        return new Page(status, JSON, json);
    }
}
