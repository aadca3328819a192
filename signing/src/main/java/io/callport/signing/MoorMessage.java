package io.callport.signing;

/**
 * The parts that a 7moor signature covers (developer.7moor.com/v7/authorization): neither method, path nor body are
 * part of it.
 *
 * @param appkey {@code m7-appkey}, the account number (账户编号): 1 to 128 visible ASCII characters other than {@code &}
 * @param timestamp {@code m7-timestamp}, seconds since 1970: 10 digits; 7moor refuses one that is more than 5 minutes
 *     off
 * @param nonce {@code m7-nonce}, random and new for each request: 6 digits, leading zeros among them; 7moor remembers
 *     it for 5 minutes
 */
public record MoorMessage(String appkey, String timestamp, String nonce) {
    /**
     * @throws IllegalArgumentException if a part is not of the form above; the message names it. The lengths matter:
     *     the signed text has no separators, and one of another length would share its signature with a second message
     */
    public MoorMessage {
        HeaderValues.requireText("m7-appkey", appkey);
        HeaderValues.requireDigits("m7-timestamp", timestamp, 10, "seconds since 1970 as in 1608119594");
        HeaderValues.requireDigits("m7-nonce", nonce, 6, "random as in 123221");
    }
}
