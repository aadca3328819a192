package io.callport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the comments of the code to CONTRIBUTING.md: whole thoughts in plain English, in files of a readable length.
 */
class CommentsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final int MIN_FILES = 600;
    private static final int MIN_TEST_FILES = 300;
    private static final int MAX_FILE = 400;
    private static final int MIN_COMMENT = 4;

    /** A string or character literal, which may hold slashes, or a comment. */
    private static final Pattern TOKEN = Pattern.compile(
            "\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'|(?<comment>/\\*.*?\\*/|//[^\\n]*)",
            Pattern.DOTALL);

    /** Markers around an example that a document quotes. */
    private static final List<String> SNIPPET_MARKERS = List.of("// example", "// end");

    private static final Pattern PRIVATE_WORDS =
            Pattern.compile("\\b(told|tells?|whoever|whichever|anew|but for)\\b", Pattern.CASE_INSENSITIVE);

    @Test
    void noCommentUsesWordsWithManyMeanings() throws IOException {
        assertThat(commentsWhere(sources(), CommentsTest::hasPrivateWords)).isEmpty();
    }

    @Test
    void noCommentOfATestUsesWordsWithManyMeanings() throws IOException {
        assertThat(commentsWhere(testSources(), CommentsTest::hasPrivateWords)).isEmpty();
    }

    @Test
    void noCommentIsAFragment() throws IOException {
        assertThat(commentsWhere(sources(), CommentsTest::isFragment)).isEmpty();
    }

    @Test
    void noCommentOfATestIsAFragment() throws IOException {
        assertThat(commentsWhere(testSources(), CommentsTest::isFragment)).isEmpty();
    }

    @Test
    void noFileIsTooLongToRead() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            if (Files.readAllLines(file).size() > MAX_FILE) {
                tooLong.add(ROOT.relativize(file).toString());
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void theRulesCanFail() {
        assertThat(isFragment("/** The smallest. */")).isTrue();
        assertThat(isFragment("/** The smallest of all samples. */")).isFalse();
        assertThat(isFragment("/** @param name the name */")).isFalse();
        assertThat(isFragment("// example")).isFalse();
        assertThat(isFragment("// examples of it")).isTrue();
        assertThat(comments("String url = \"http://x\"; // told once\n")).containsExactly("// told once");
        assertThat(hasPrivateWords("// told once")).isTrue();
        assertThat(hasPrivateWords("/**\n * All of them, but\n * for one.\n */"))
                .isTrue();
        assertThat(hasPrivateWords("/** All of them except one. */")).isFalse();
    }

    private interface CommentRule {
        boolean isBrokenBy(String comment);
    }

    private static List<String> commentsWhere(List<Path> files, CommentRule rule) {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            comments(read(file)).stream()
                    .filter(rule::isBrokenBy)
                    .forEach(comment -> found.add(ROOT.relativize(file) + ": " + comment));
        }
        return found;
    }

    private static List<String> comments(String source) {
        List<String> comments = new ArrayList<>();
        Matcher tokens = TOKEN.matcher(source);
        while (tokens.find()) {
            if (tokens.group("comment") != null) {
                comments.add(tokens.group("comment"));
            }
        }
        return comments;
    }

    /** Whether a comment has one of the words, also across the end of a line. */
    private static boolean hasPrivateWords(String comment) {
        return PRIVATE_WORDS
                .matcher(comment.replaceAll("\\s*\\n\\s*\\*?\\s*", " "))
                .find();
    }

    private static boolean isFragment(String comment) {
        if (SNIPPET_MARKERS.contains(comment)) {
            return false;
        }
        String text = comment.replaceAll("\\{@\\w+ ([^}]*)}", "$1")
                .replaceAll("[/*]", " ")
                .strip();
        return !text.isEmpty() && !text.startsWith("@") && text.split("\\s+").length < MIN_COMMENT;
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = sourcesBelow("/src/main/java/");
        assertThat(sources).hasSizeGreaterThan(MIN_FILES);
        return sources;
    }

    /** The sources of all tests; this class is left out, since it names the words. */
    private static List<Path> testSources() throws IOException {
        List<Path> sources = sourcesBelow("/src/test/java/").stream()
                .filter(file -> !file.endsWith("CommentsTest.java"))
                .toList();
        assertThat(sources).hasSizeGreaterThan(MIN_TEST_FILES);
        return sources;
    }

    private static List<Path> sourcesBelow(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().contains(folder))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
