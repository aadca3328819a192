package io.callport.system.secrets;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the secrets that tests use, by their form in the sources, so that no list is needed. */
final class SecretFinder {
    /** The least length of a secret: shorter secrets, and numbers, occur in any output by chance. */
    private static final int MIN_LENGTH = 6;

    private static final String CONSTANT = "((?:\\w+\\.)?[A-Z][A-Z0-9_]*)";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z0-9]+(_[A-Z0-9]+)+"); // a variable of the environment
    private static final List<Pattern> WRITTEN = List.of(
            Pattern.compile("Secret\\.of\\(\"([^\"\\\\]+)\"\\)"),
            Pattern.compile("new SandboxAccount\\(\\s*\"[^\"]*\",\\s*\"[^\"]*\",\\s*\"([^\"]+)\""),
            Pattern.compile("(?i)(?:secret|password)\\w*\\\\?\"?\\s*[:=]\\s*\\\\?[\"']([^\"'\\\\\\s{}$*]+)\\\\?[\"']"),
            Pattern.compile("(?i)(?:secret|password)\\w*[:=]\\s*([A-Za-z]*[0-9][A-Za-z0-9]*)\\b"),
            // a value of the environment or of a map
            Pattern.compile("\"\\w*(?:SECRET|PASSWORD)\\w*\",\\s*\"([^\"\\\\]+)\""),
            // a literal whose text says so, as in shop-pw, in any place
            Pattern.compile("\"((?=\\w*-)(?:\\w+-)*(?:pw|password|secret)(?:-\\w+)*)\""),
            // a token that says so with three words or more; two are the name of a field
            Pattern.compile("\"(\\w+-\\w+(?:-\\w+)*-token)\""));

    /** The patterns for constants that are used as a secret. The patterns above find literals whose text says so. */
    private static final List<Pattern> NAMED = List.of(
            Pattern.compile("Secret\\.of\\(" + CONSTANT + "\\)"),
            Pattern.compile("\"\\w*(?:SECRET|PASSWORD)\\w*\",\\s*" + CONSTANT + "\\b"));

    private static final Pattern KAFKA_USERS = Pattern.compile("SecuredKafka\\.start\\(\\s*([^;]*);");
    private static final Pattern MAP = Pattern.compile("Map\\.of\\(([^)]*)\\)");

    private SecretFinder() {}

    /** Finds the secrets in these texts. */
    static Set<String> in(Collection<String> texts) {
        Set<String> found = new TreeSet<>();
        for (String text : texts) {
            Set<String> named = new LinkedHashSet<>();
            WRITTEN.forEach(pattern -> found.addAll(groups(pattern, text)));
            NAMED.forEach(pattern -> named.addAll(groups(pattern, text)));
            groups(KAFKA_USERS, text).forEach(users -> passwords(users, text, found, named));
            named.forEach(name -> found.addAll(values(name, text, texts)));
        }
        found.removeIf(SecretFinder::isNone);
        return found;
    }

    /**
     * Finds the values of a constant that a text uses, as {@code NAME} or {@code Type.NAME}: those of the type, else
     * those of the text itself, else those of all texts. Constants of other types may have the same name.
     */
    private static List<String> values(String constant, String text, Collection<String> texts) {
        int dot = constant.indexOf('.');
        String name = constant.substring(dot + 1);
        Pattern value = Pattern.compile("\\b" + name + "\\s*=\\s*\"([^\"\\\\]+)\"");
        if (dot > 0) {
            Pattern type = Pattern.compile("(?:class|record|interface|enum) " + constant.substring(0, dot) + "\\b");
            List<String> ofType = values(
                    value, texts.stream().filter(source -> type.matcher(source).find()));
            if (!ofType.isEmpty()) {
                return ofType;
            }
        }
        List<String> own = groups(value, text);
        return own.isEmpty() ? values(value, texts.stream()) : own;
    }

    private static List<String> values(Pattern value, Stream<String> texts) {
        return texts.flatMap(text -> groups(value, text).stream()).toList();
    }

    private static boolean isNone(String secret) {
        return secret.length() < MIN_LENGTH
                || secret.equals("path-secret") // the name of a field
                || NUMBER.matcher(secret).matches()
                || VARIABLE.matcher(secret).matches();
    }

    /** Adds every second of a map's values, literals and constants; the map itself may be a constant, too. */
    private static void passwords(String arguments, String text, Set<String> found, Set<String> named) {
        String first = arguments.strip().split("\\W", 2)[0];
        String users = first.equals("Map")
                ? arguments
                : String.join("", groups(Pattern.compile("\\b" + first + "\\s*=\\s*(Map\\.of\\([^)]*\\))"), text));
        for (String entries : groups(MAP, users)) {
            String[] words = entries.split(",", -1);
            for (int i = 1; i < words.length; i += 2) {
                String word = words[i].strip();
                boolean literal = word.startsWith("\"");
                (literal ? found : named).add(literal ? word.replace("\"", "") : word);
            }
        }
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
