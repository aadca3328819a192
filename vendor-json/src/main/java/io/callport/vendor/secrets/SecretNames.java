package io.callport.vendor.secrets;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says of a field's name whether its value is a secret: word by word, in camelCase, snake_case, kebab-case or run
 * together, in English and Chinese. {@code sipPass} and {@code accessToken} are, {@code compass}, {@code passed} and
 * {@code tokenCount} are not.
 */
public final class SecretNames {
    /** The part of a longer name that is looked at: its end says what the value is. */
    private static final int MAX_LENGTH = 128;

    private static final Pattern BOUNDARY =
            Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|[^\\p{L}]+");

    /** Words that make any name secret, wherever they stand. */
    private static final Set<String> WORDS =
            words("password passwords passwd passwds passphrase passphrases passcode passcodes passkey"
                    + " pwd pwds psw pswd secret secrets token tokens credential credentials creds authorization authorisation"
                    + " apikey apikeys accesskey accesskeys secretkey secretkeys privatekey appkey authkey authtoken authcode"
                    + " jwt mima kouling miyao lingpai");

    /** Words that make a name secret at its end. */
    private static final Set<String> LAST_WORDS =
            words("pass pw auth oauth basicauth sipauth httpauth bearer cred pin otp totp cookie cookies");

    /** Words that say how a secret is written, or which of several it is. */
    private static final Set<String> QUALIFIERS =
            words("md sha hash hashed digest enc encrypted encoded cipher crypt text plain"
                    + " clear old new value val str string raw current confirm confirmation again repeat salt hex base default tmp temp"
                    + " temporary initial init data info header");

    /** Words at the end of a name that say that the value is only about a secret. */
    private static final Set<String> ABOUT =
            words("count counts counter num total sum length len size limit limits max min usage"
                    + " used remaining left quota rate ratio percent score time times at date day days hours minutes seconds secs ms"
                    + " millis timestamp ts ttl expiry expire expires expired expiration in duration age interval timeout type types kind"
                    + " mode method methods scheme format policy policies rule rules level strength complexity status state enabled"
                    + " enable disabled required optional valid invalid validity flag changed updated reset version url uri endpoint"
                    + " name names error errors message reason result index by user users owner provider issuer protocol algorithm"
                    + " encoding realm scope scopes");

    /**
     * Words of which a name may be made without a gap, as in {@code sippassword}, and what may follow that is no
     * secret.
     */
    private static final List<String> ROOTS = List.of(
            "password",
            "passwd",
            "passphrase",
            "passcode",
            "secret",
            "token",
            "credential",
            "apikey",
            "accesskey",
            "privatekey");

    private static final Set<String> OTHER_ENDINGS =
            words("ary aries arial ariat ive ion ly ize izer izers ized izing ization ise iser less");
    private static final Set<String> PASS_WORDS =
            words("compass encompass bypass surpass trespass overpass underpass lowpass"
                    + " highpass bandpass allpass ispass nopass");

    /** Words that make {@code key} a secret when they stand before it. */
    private static final Set<String> KEYS =
            words("api app access secret private auth sign signing signature encrypt encryption"
                    + " encoding decrypt aes des rsa hmac ssh master session shared client security secure pass");

    /** Words that make {@code code} a secret when they stand before it. */
    private static final Set<String> CODES = words("auth pass pin verify verification security otp captcha");

    /** Words before {@code tokens} that make it a unit of a language model. */
    private static final Set<String> AMOUNTS =
            words("total prompt completion input output max min used cached reasoning num remaining free");

    private static final Pattern CHINESE =
            Pattern.compile("密码|密碼|口令|密钥|密鑰|密匙|秘钥|秘鑰|祕鑰|私钥|私鑰|金鑰|令牌|凭证|憑證|凭据|憑據|授权|授權|验证码|驗證碼");
    private static final Pattern CHINESE_ABOUT =
            Pattern.compile("^(?:是否|有无|有無).*|.*(?:次数|次數|数量|數量|个数|個數|长度|長度|时间|時間|日期|时长|時長|有效期|状态|狀態|类型|類型|方式|策略"
                    + "|强度|強度|等级|等級|规则|規則|范围|範圍|人|名称|名稱|版本|错误|錯誤|失败|失敗|提示|总数|總數)$");

    private static final String CHINESE_FIRST = "密口秘祕私金令凭憑授验驗";
    private static final Set<String> SECOND_WORDS = words("key keys code codes word wd phrase");
    private static final List<String> PARTS = List.of(
            "pass", "pw", "psw", "secret", "token", "cred", "auth", "key", "jwt", "mima", "kouling", "miyao", "lingpai",
            "bearer", "pin", "otp", "cookie", "code", "ha1");

    /** The hash of user, realm and password that SIP's digest authentication uses instead of the password. */
    private static final Pattern SIP_HASH = Pattern.compile("(?i)(?:.*[^a-z])?(?:sip)?ha1b?");

    private SecretNames() {}

    /** Whether the value of a field of this name is a secret. */
    public static boolean isSecret(String name) {
        String end = name.length() > MAX_LENGTH ? name.substring(name.length() - MAX_LENGTH) : name;
        return mayBeSecret(end) && isSecretName(end);
    }

    /** Whether a word can make a secret's name of the word before, as in {@code api key} or {@code password value}. */
    static boolean completes(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return SECOND_WORDS.contains(lower) || QUALIFIERS.contains(lower);
    }

    /** Whether a name has a part that all secret names have one of: a quick answer for nearly all words of a text. */
    private static boolean mayBeSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String part : PARTS) {
            if (lower.contains(part)) {
                return true;
            }
        }
        return lower.chars()
                .anyMatch(
                        c -> c >= 0xFF00 || CHINESE_FIRST.indexOf(c) >= 0 || Character.getType(c) == Character.FORMAT);
    }

    private static boolean isSecretName(String end) {
        String plain = isAscii(end)
                ? end
                : Normalizer.normalize(end, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "");
        if (SIP_HASH.matcher(plain).matches()) {
            return true;
        }
        if (!isAscii(plain)) {
            String together = plain.replaceAll("[\\s_.-]", "");
            if (CHINESE.matcher(together).find()) {
                return !CHINESE_ABOUT.matcher(together).matches();
            }
        }
        return isSecret(split(plain));
    }

    private static boolean isSecret(List<String> all) {
        List<String> words = withoutQualifiers(all);
        if (words.isEmpty()) {
            return false;
        }
        String last = words.get(words.size() - 1);
        if (words.size() > 1 && ABOUT.contains(last)) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            String before = i == 0 ? "" : words.get(i - 1);
            if (isSecretWord(words.get(i), words) || isSecretPair(before, words.get(i))) {
                return true;
            }
        }
        return LAST_WORDS.contains(last) || (last.length() > 4 && last.endsWith("pass") && !PASS_WORDS.contains(last));
    }

    private static boolean isSecretWord(String word, List<String> all) {
        if (word.equals("tokens") && all.stream().anyMatch(AMOUNTS::contains)) {
            return false;
        }
        if (WORDS.contains(word)
                || word.startsWith("pwd")
                || word.endsWith("pwd")
                || word.endsWith("pswd")
                || isKind(word, "key", KEYS)
                || isKind(word, "code", CODES)) {
            return true;
        }
        for (String root : ROOTS) {
            int at = word.indexOf(root);
            String rest = at < 0 ? "" : word.substring(at + root.length());
            if (at >= 0 && !ABOUT.contains(rest) && !OTHER_ENDINGS.contains(rest)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSecretPair(String first, String second) {
        return switch (second) {
            case "key", "keys" -> KEYS.contains(first);
            case "code", "codes" -> CODES.contains(first);
            case "word", "wd", "phrase" -> first.equals("pass");
            default -> false;
        };
    }

    /** Whether a word is a kind of that, without a gap, as in {@code signkey}. */
    private static boolean isKind(String word, String what, Set<String> kinds) {
        return word.endsWith(what) && kinds.contains(word.substring(0, word.length() - what.length()));
    }

    private static List<String> withoutQualifiers(List<String> words) {
        int end = words.size();
        while (end > 1 && QUALIFIERS.contains(words.get(end - 1))) {
            end--;
        }
        return words.subList(0, end);
    }

    private static List<String> split(String name) {
        List<String> words = new ArrayList<>();
        for (String word : BOUNDARY.split(name, -1)) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }
}
