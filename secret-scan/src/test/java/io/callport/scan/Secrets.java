package io.callport.scan;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds in sources what tests use as a secret, by how it is written there, so that none must be listed. */
final class Secrets {
    /** Shorter ones, and numbers, are in any output by chance. */
    private static final int SHORTEST = 6;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z0-9]+(_[A-Z0-9]+)+"); // of the environment
    private static final Pattern IDENTIFIER = Pattern.compile("Secret\\.of\\((?:\\w+\\.)?([A-Z][A-Z0-9_]*)\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]*)\"");
    private static final Pattern KAFKA_USERS = Pattern.compile("SecuredKafka\\.start\\(\\s*Map\\.of\\(([^)]*)\\)");
    private static final List<Pattern> WRITTEN = List.of(
            Pattern.compile("Secret\\.of\\(\"([^\"\\\\]+)\"\\)"),
            Pattern.compile("new SandboxAccount\\(\\s*\"[^\"]*\",\\s*\"[^\"]*\",\\s*\"([^\"]+)\""),
            Pattern.compile("(?i)(?:secret|password)\\w*\\\\?\"?\\s*[:=]\\s*\\\\?[\"']([^\"'\\\\\\s{}$*]+)\\\\?[\"']"),
            Pattern.compile("(?i)(?:secret|password)\\w*[:=]\\s*([A-Za-z]*[0-9][A-Za-z0-9]*)\\b"));

    private Secrets() {}

    /** The secrets in these texts. */
    static Set<String> in(Collection<String> texts) {
        Set<String> found = new TreeSet<>();
        Set<String> named = new LinkedHashSet<>();
        for (String text : texts) {
            WRITTEN.forEach(pattern -> groups(pattern, text).forEach(found::add));
            groups(KAFKA_USERS, text).forEach(users -> found.addAll(everySecond(users)));
            named.addAll(groups(IDENTIFIER, text));
        }
        for (String name : named) {
            Pattern constant = Pattern.compile("\\b" + name + "\\s*=\\s*\"([^\"\\\\]+)\"");
            texts.forEach(text -> found.addAll(groups(constant, text)));
        }
        found.removeIf(Secrets::isNone);
        return found;
    }

    private static boolean isNone(String secret) {
        return secret.length() < SHORTEST
                || NUMBER.matcher(secret).matches()
                || VARIABLE.matcher(secret).matches();
    }

    private static List<String> everySecond(String users) {
        List<String> words = groups(QUOTED, users);
        return IntStream.range(0, words.size())
                .filter(i -> i % 2 == 1)
                .mapToObj(words::get)
                .toList();
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
