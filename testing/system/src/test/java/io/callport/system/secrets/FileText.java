package io.callport.system.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Reads files as text, including files that are not text. */
final class FileText {
    /** The names of tests, which may contain a secret that was not printed. */
    private static final Pattern NAMES = Pattern.compile("<testcase [^>]*>");

    private FileText() {}

    static String of(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String ofReport(Path report) {
        return NAMES.matcher(of(report)).replaceAll("<testcase>");
    }
}
