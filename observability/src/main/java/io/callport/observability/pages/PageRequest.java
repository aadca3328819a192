package io.callport.observability.pages;

import java.util.Arrays;
import java.util.Optional;

/**
 * A request for a page.
 *
 * @param accept the value of the header {@code Accept}; empty if there is none
 * @param query the text after the path's {@code ?}, as it came; empty if there is none
 */
public record PageRequest(String accept, String query) {
    /** The value of a parameter, if the parameter was given. */
    public Optional<String> parameter(String name) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    /** Whether text is preferred to JSON: only if the header names text, and before JSON. */
    public boolean prefersText() {
        int text = accept.indexOf("text/plain");
        int json = accept.indexOf("application/json");
        return text >= 0 && (json < 0 || text < json);
    }
}
