package io.callport.config.yaml;

import java.io.IOException;

/** Values lie deeper in each other than any setting does. */
final class TooDeepException extends IOException {
    private static final long serialVersionUID = 1L;

    TooDeepException() {
        super("nested too deeply");
    }
}
