package io.callport.system.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Files as text, whatever bytes they hold. */
final class FileText {
    /** A test's name may hold what it is about; nobody printed it. */
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
