package io.callport.app.config;

import io.callport.account.Budget;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What may and must be said about an account of a vendor.
 *
 * @param budget the budget unless told otherwise
 * @param urlNeeded whether the vendor documents no address, so that each account must name its own
 * @param algorithms whether its accounts choose the hash of their signatures
 */
public record VendorRules(Budget budget, boolean urlNeeded, boolean algorithms) {
    /** The vendors, by name. Only 7moor documents a limit: 20 requests a minute (developer.7moor.com/v7/number-management). */
    private static final Map<String, VendorRules> VENDORS = Map.of(
            "7moor", new VendorRules(new Budget(20, Duration.ofMinutes(1)), false, false),
            "callbot", new VendorRules(Budget.UNLIMITED, false, true),
            "nxlink", new VendorRules(Budget.UNLIMITED, true, true));

    /** The vendors' names, in alphabetical order. */
    public static SortedSet<String> vendors() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(VENDORS.keySet()));
    }

    /**
     * The rules of a vendor.
     *
     * @throws IllegalArgumentException if there is no such vendor
     */
    public static VendorRules of(String vendor) {
        VendorRules rules = VENDORS.get(vendor);
        if (rules == null) {
            throw new IllegalArgumentException("no vendor " + vendor);
        }
        return rules;
    }
}
