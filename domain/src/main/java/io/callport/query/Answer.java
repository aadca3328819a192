package io.callport.query;

/**
 * The answer of a vendor: an immutable record. Its components, by name, are the {@code result} object of the published
 * event; what the vendor sent and no component holds stays in {@link VendorFields}.
 */
public interface Answer {}
