package io.callport.tools.sign;

import io.callport.signing.SignedMessage;
import io.callport.signing.SigningSecret;
import io.callport.tools.shell.CommandFailedException;
import io.callport.tools.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;

/** Reads the secret and the body for a signature of any vendor, and prints the signed headers. */
record Signer(Shell shell) {
    static final String SECRET = "CALLPORT_SECRET";

    /** Prints the headers to stdout and, if wanted, the steps that made them to stderr. */
    int print(Function<SigningSecret, SignedMessage> sign, boolean explain) {
        SignedMessage signed = signed(sign);
        if (explain) {
            signed.steps().forEach(step -> shell.err().println(step.name() + ": " + step.value()));
        }
        signed.headers().forEach((name, value) -> shell.out().println(name + ": " + value));
        shell.out().println("content-type: application/json"); // without this header, curl declares the body a form
        return 0;
    }

    /** The exact bytes of a file, or of the input for {@code -}. */
    byte[] body(String file) {
        try {
            return file.equals("-") ? shell.in().readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw CommandFailedException.usage(
                    "--body: the file cannot be read", "Name a file that exists, or - for the input.");
        }
    }

    private SignedMessage signed(Function<SigningSecret, SignedMessage> sign) {
        try {
            return sign.apply(secret());
        } catch (IllegalArgumentException e) {
            throw CommandFailedException.usage(
                    String.valueOf(e.getMessage()),
                    "Correct it and try again; callport sign --help shows every option.");
        }
    }

    private SigningSecret secret() {
        String secret = shell.environment().apply(SECRET);
        if (secret == null || secret.isEmpty()) {
            throw CommandFailedException.usage(
                    SECRET + " is not set, so there is no secret to sign with",
                    "Set it in the environment, never on the command line, which others can see.");
        }
        return SigningSecret.of(secret);
    }
}
