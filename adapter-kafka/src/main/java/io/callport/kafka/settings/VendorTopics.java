package io.callport.kafka.settings;

/**
 * The topics of one vendor family.
 *
 * @param commands where its commands come in; the account is the key
 * @param results where its results go; the account is the key
 */
public record VendorTopics(String commands, String results) {
    /** The names that a vendor family has unless told otherwise: {@code callport.7moor.commands} and so on. */
    public static VendorTopics ofVendor(String vendor) {
        return new VendorTopics("callport." + vendor + ".commands", "callport." + vendor + ".results");
    }
}
