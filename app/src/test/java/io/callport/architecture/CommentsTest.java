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

/** Holds the comments of the main code to CONTRIBUTING.md: whole thoughts in plain English, in files of a readable length. */
class CommentsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final int LEAST_FILES = 600;
    private static final int LONGEST_FILE = 400;
    private static final int SHORTEST_COMMENT = 4;

    /** A string or character literal, which may hold slashes, or a comment. */
    private static final Pattern TOKEN = Pattern.compile(
            "\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'|(?<comment>/\\*.*?\\*/|//[^\\n]*)",
            Pattern.DOTALL);

    private static final Pattern PRIVATE_WORDS = Pattern.compile("\\b(told|whoever|anew)\\b", Pattern.CASE_INSENSITIVE);

    @Test
    void noCommentUsesWordsWithManyMeanings() throws IOException {
        assertThat(commentsWhere(comment -> PRIVATE_WORDS.matcher(comment).find()))
                .isEmpty();
    }

    @Test
    void noCommentIsAFragment() throws IOException {
        assertThat(commentsWhere(CommentsTest::isFragment)).isEmpty();
    }

    @Test
    void noFileIsTooLongToRead() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            if (Files.readAllLines(file).size() > LONGEST_FILE) {
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
        assertThat(comments("String url = \"http://x\"; // told once\n")).containsExactly("// told once");
    }

    private interface CommentRule {
        boolean isBrokenBy(String comment);
    }

    private static List<String> commentsWhere(CommentRule rule) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
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

    private static boolean isFragment(String comment) {
        String text = comment.replaceAll("\\{@\\w+ ([^}]*)}", "$1")
                .replaceAll("[/*]", " ")
                .strip();
        return !text.isEmpty() && !text.startsWith("@") && text.split("\\s+").length < SHORTEST_COMMENT;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> sources = files.filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
            assertThat(sources).hasSizeGreaterThan(LEAST_FILES);
            return sources;
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
