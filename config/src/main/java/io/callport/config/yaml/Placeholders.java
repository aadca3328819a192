package io.callport.config.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts the environment variable of <code>${NAME}</code> and the content of <code>${file:/path}</code> into values. A
 * plain <code>${</code> is written <code>$${</code>.
 */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$?\\$\\{([^}]*)}?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final String FILE = "file:";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int MAX_FILE = 64 * 1024;

    private final Function<String, @Nullable String> environment;

    Placeholders(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    static boolean in(String text) {
        return text.contains("${");
    }

    /** The file of a value that is <code>${file:/path}</code> and nothing else; {@code null} for any other value. */
    static @Nullable String fileOf(String text) {
        Matcher found = PLACEHOLDER.matcher(text);
        return found.matches() && text.startsWith("${" + FILE) ? found.group(1).substring(FILE.length()) : null;
    }

    /** @throws IllegalArgumentException if a placeholder cannot be filled; the message says why */
    String fill(String text) {
        Matcher found = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (found.find()) {
            found.appendReplacement(filled, Matcher.quoteReplacement(value(found.group(), found.group(1))));
        }
        return found.appendTail(filled).toString();
    }

    private String value(String whole, String inside) {
        if (whole.startsWith("$$")) {
            return whole.substring(1);
        }
        if (!whole.endsWith("}")) {
            throw new IllegalArgumentException("has '${' without '}'; write $${ for a plain ${");
        }
        if (inside.startsWith(FILE)) {
            return file(inside.substring(FILE.length()));
        }
        if (!NAME.matcher(inside).matches()) {
            throw new IllegalArgumentException(
                    "a placeholder is ${NAME} of an environment variable or ${file:/path}; write $${ for a plain ${");
        }
        String value = environment.apply(inside);
        if (value == null) {
            throw new IllegalArgumentException("environment variable " + inside + " is not set; set it");
        }
        return value;
    }

    private static String file(String name) {
        try {
            Path path = Path.of(name);
            if (!path.isAbsolute()) {
                throw new IllegalArgumentException(
                        "the path in ${file:…} must be absolute, as in ${file:/run/secrets/key}");
            }
            return withoutLineBreak(withoutMark(name, text(path)));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("file " + name + " does not exist; create it or correct the path", e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("file " + name + " is not UTF-8 text", e);
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("file " + name + " cannot be read; check its path and permissions", e);
        }
    }

    private static String text(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAX_FILE + 1);
            if (bytes.length > MAX_FILE) {
                throw new IllegalArgumentException("file " + path + " is larger than 64 KiB; check the path");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }

    /** A byte order mark would count as a part of the value, and nobody sees it. */
    private static String withoutMark(String name, String text) {
        if (text.startsWith(BYTE_ORDER_MARK)) {
            throw new IllegalArgumentException("file " + name
                    + " begins with a byte order mark, which would be part of the value; save it as UTF-8 without one");
        }
        return text;
    }

    private static String withoutLineBreak(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
