package io.callport.account;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * An account at a vendor, written {@code vendor:key}: {@code 7moor:<m7-appkey>}, {@code callbot:<uuid>} or
 * {@code nxlink:<accessKey>}. The key identifies the account and is no secret.
 *
 * @param vendor the vendor family: 1 to 32 lower-case letters, digits and hyphens
 * @param key the vendor's name for the account: 1 to 128 visible ASCII characters but {@code &}, which signatures use
 *     as a separator
 */
public record Account(String vendor, String key) implements Comparable<Account> {
    private static final Comparator<Account> ORDER =
            Comparator.comparing(Account::vendor).thenComparing(Account::key);

    private static final Pattern VENDOR = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e&&[^&]]{1,128}");

    /** @throws IllegalArgumentException if a part is not of its form; the message says which, never its whole value */
    public Account {
        if (!VENDOR.matcher(vendor).matches()) {
            throw new IllegalArgumentException(
                    "account: the vendor before ':' must be 1 to 32 lower-case letters, digits "
                            + "or hyphens, as in 7moor:2000103");
        }
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "account: the key after ':' must be 1 to 128 visible ASCII characters but &, "
                            + "as in 7moor:2000103, but has " + key.length());
        }
    }

    /**
     * Reads {@code vendor:key}; the key may itself contain colons.
     *
     * @throws IllegalArgumentException if the text is not of that form; the message says what is wrong
     */
    public static Account parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("account: must be vendor:key, as in 7moor:2000103, but has no ':'");
        }
        return new Account(text.substring(0, colon), text.substring(colon + 1));
    }

    /** By vendor, then by key. An order also keeps hash maps fast where keys of equal hash were chosen. */
    @Override
    public int compareTo(Account other) {
        return ORDER.compare(this, other);
    }

    /** The account as it is written everywhere: {@code vendor:key}. */
    @Override
    public String toString() {
        return vendor + ":" + key;
    }
}
