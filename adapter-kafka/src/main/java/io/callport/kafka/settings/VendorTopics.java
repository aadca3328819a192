package io.callport.kafka.settings;

/**
 * The topics of one vendor family.
 *
 * @param commands the topic of its commands; the account is the key
 * @param results the topic of its results; the account is the key
 */
public record VendorTopics(String commands, String results) {
    /** The default topics of a vendor family: {@code callport.7moor.commands} and so on. */
    public static VendorTopics ofVendor(String vendor) {
        return new VendorTopics("callport." + vendor + ".commands", "callport." + vendor + ".results");
    }
}
