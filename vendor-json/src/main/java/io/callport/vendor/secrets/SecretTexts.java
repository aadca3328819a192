package io.callport.vendor.secrets;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Masks what a text says behind a name that {@link SecretNames} knows, or in a form that only secrets have:
 * {@code pwd=…}, {@code "token": "…"}, {@code password is …}, {@code 密码：…}, {@code Bearer …},
 * {@code https://user:…@host}, JSON or XML inside the text. The cost grows with the text's length only.
 */
public final class SecretTexts {
    private static final String MASK = KnownSecrets.MASK;

    /** The part of a run of letters that can be a name. */
    private static final int MAX_NAME_LENGTH = 64;

    private static final int MAX_AUTHORITY_LENGTH = 256;

    /** Values behind {@code is} and {@code :} that say something about a secret, and are none. */
    private static final Set<String> WORDS_ABOUT =
            Set.of(("wrong incorrect invalid expired required empty missing null none nil"
                            + " undefined true false not too bad weak correct blank unknown locked changed reset ok valid illegal error"
                            + " errors mandatory needed absent disabled enabled mismatch mismatched must should cannot can has have was"
                            + " is are does do did failed failure unauthorized denied refused rejected revoked unsupported the a an no only"
                            + " and or in for to of at by with please check verify length format field parameter value values your from"
                            + " already being given set")
                    .split(" "));

    /** Beginnings of Chinese phrases that say something about a secret. */
    private static final Pattern CHINESE_ABOUT =
            Pattern.compile("(?:空|错|錯|不|无|無|必|已|过|過|未|非|有|需|太|弱|正确|正確|的|什么|什麼|您|你|请|請|长|長|至少|最)");

    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Z]?[a-z]+(?:[-_.][A-Z]?[a-z]+)*[.-]?");
    private static final Set<String> SCHEMES = Set.of("bearer", "basic", "negotiate", "ntlm");
    private static final int MIN_TOKEN = 8;
    private static final int MIN_BARE = 4;

    private final String text;
    private final StringBuilder masked = new StringBuilder();
    private int copied;

    private SecretTexts(String text) {
        this.text = text;
    }

    /** The text without what it says of secrets; the text itself if it says nothing of them. */
    public static String mask(String text) {
        return new SecretTexts(text).masked();
    }

    private String masked() {
        int before = -1; // the start of the word before, if only a space is between
        int at = 0;
        while (at < text.length()) {
            if (!isNamePart(text.charAt(at))) {
                at = text.startsWith("://", at) ? userInfo(at + 3) : at + 1;
                continue;
            }
            int end = endOfName(at);
            int next = secret(at, end, before);
            before = next == end && end < text.length() && text.charAt(end) == ' ' ? at : -1;
            at = next == end && before >= 0 ? end + 1 : next;
        }
        return copied == 0 ? text : masked.append(text, copied, text.length()).toString();
    }

    /** Masks the secret that a word introduces or is, and returns where to go on. */
    private int secret(int start, int end, int before) {
        String word = text.substring(Math.max(start, end - MAX_NAME_LENGTH), end);
        if (word.startsWith("eyJ")
                && word.length() > MAX_NAME_LENGTH / 2
                && word.indexOf('.') != word.lastIndexOf('.')) {
            return replace(start, end);
        }
        if (isSip(word) && end < text.length() && text.charAt(end) == ':') {
            return userInfo(end + 1);
        }
        if (word.equals("PRIVATE") && text.startsWith(" KEY-----", end)) {
            int close = text.indexOf("-----END", end);
            return replace(end + " KEY-----".length(), close < 0 ? text.length() : close);
        }
        if (SCHEMES.contains(word.toLowerCase(Locale.ROOT)) && isToken(end)) {
            return replace(end + 1, endOfToken(end + 1));
        }
        boolean named = SecretNames.isSecret(word)
                || (before >= 0
                        && start - before <= MAX_NAME_LENGTH
                        && SecretNames.completes(word)
                        && SecretNames.isSecret(text.substring(before, end)));
        ValueSeparator connector = named ? ValueSeparator.behind(text, end, start > 0 && isTag(start)) : null;
        if (connector == null) {
            return end;
        }
        int next = value(connector);
        return next == connector.valueAt() && connector.kind() == ValueSeparator.Kind.NOTHING ? end : next;
    }

    /** Masks the value behind a secret's name. */
    private int value(ValueSeparator connector) {
        int start = connector.valueAt();
        if (start >= text.length()) {
            return start;
        }
        SecretValue value = SecretValue.at(text, start, connector.kind());
        if (value.end() <= value.start()) {
            return value.end();
        }
        String shown = text.substring(value.start(), Math.min(value.end(), value.start() + MAX_NAME_LENGTH));
        return isSecretValue(connector.kind(), value.quoted(), shown)
                ? replace(value.start(), value.end())
                : connector.valueAt();
    }

    private static boolean isSecretValue(ValueSeparator.Kind kind, boolean quoted, String value) {
        String word = value.toLowerCase(Locale.ROOT).replaceAll("[.,;:!?。，]+$", "");
        if (word.equals("null") || word.equals("true") || word.equals("false") || word.equals(MASK)) {
            return false;
        }
        return switch (kind) {
            case EQUALS, TAG -> true;
            case COLON -> quoted || !isAbout(word);
            case IS -> quoted || !isAbout(word);
            case NOTHING -> quoted || (word.length() >= MIN_BARE && word.chars().anyMatch(Character::isDigit));
        };
    }

    private static boolean isAbout(String word) {
        return WORDS_ABOUT.contains(word) || CHINESE_ABOUT.matcher(word).lookingAt();
    }

    /** Masks the password of {@code user:password@host}, if that is what begins here. */
    private int userInfo(int start) {
        int colon = -1;
        int last = -1;
        int at = start;
        for (; at < text.length() && at - start < MAX_AUTHORITY_LENGTH; at++) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || "/?#\"'<>".indexOf(c) >= 0) {
                break;
            }
            if (c == ':' && colon < 0) {
                colon = at;
            } else if (c == '@') {
                last = at;
            }
        }
        return colon >= 0 && last > colon + 1 ? replace(colon + 1, last) : start;
    }

    private int replace(int start, int end) {
        masked.append(text, copied, start).append(MASK);
        copied = end;
        return end;
    }

    /** Whether a word that begins here is the name of an XML element. */
    private boolean isTag(int start) {
        char c = text.charAt(start - 1);
        int at = start - 1;
        while (c == ':' && at > 0 && start - at < MAX_NAME_LENGTH && isNamePart(text.charAt(at - 1))) {
            at--;
        }
        return c == '<' || (c == ':' && at > 0 && text.charAt(at - 1) == '<');
    }

    private boolean isToken(int end) {
        if (end >= text.length() || text.charAt(end) != ' ') {
            return false;
        }
        int close = endOfToken(end + 1);
        String token = text.substring(end + 1, Math.min(close, end + 1 + MAX_NAME_LENGTH));
        return close - end > MIN_TOKEN && !PLAIN_WORD.matcher(token).matches();
    }

    private int endOfToken(int start) {
        int end = start;
        while (end < text.length() && (isNamePart(text.charAt(end)) || "+/=~".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    /** The end of a run of one script: a name is not of two. */
    private int endOfName(int start) {
        boolean chinese = isChinese(text.charAt(start));
        int end = start;
        while (end < text.length() && isNamePart(text.charAt(end)) && isChinese(text.charAt(end)) == chinese) {
            if (chinese && ValueSeparator.isChineseIs(text.charAt(end)) && end > start) {
                return end;
            }
            end++;
        }
        return end;
    }

    private static boolean isSip(String word) {
        return word.equalsIgnoreCase("sip") || word.equalsIgnoreCase("sips");
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    static boolean isChinese(char c) {
        return c >= 0x2E80 && c <= 0x9FFF;
    }
}
