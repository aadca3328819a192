package io.callport.kafka.settings;

/** Whether results show the vendor's fields that are not mapped. */
public enum VendorFieldsInResults {
    /** Results show the fields in {@code vendorFields}, without secrets. */
    KEEP,
    /** Results leave the fields out: for applications that publish nothing that they have not read about. */
    DROP
}
