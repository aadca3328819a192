package io.callport.http.settings;

import io.callport.account.Budget;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a vendor documents about its accounts, which decide what an account must and may configure.
 *
 * @param vendor the vendor's name, as before the colon of an account
 * @param url the address that the vendor documents; {@code null} if it documents no single one, so that each account
 *     must name its own
 * @param budget the limit that the vendor documents for each account: the budget where none is configured
 * @param choosesAlgorithm whether an account chooses the hash of its signatures
 */
public record VendorProfile(String vendor, @Nullable URI url, Budget budget, boolean choosesAlgorithm) {
    /**
     * 7moor's pages show the address with and without TLS (developer.7moor.com/v7/im-report has https). The account
     * limit (账户限流, 20次/分, developer.7moor.com/v7/number-management) is read as one over all endpoints.
     */
    private static final VendorProfile MOOR = new VendorProfile(
            "7moor", URI.create("https://v7openapi.7moor.com"), new Budget(20, Duration.ofMinutes(1)), false);

    /**
     * The production host that the wiki's v3 pages name; that {@code /callcentre/v2/callinfo} is there too is assumed.
     * No limit is documented.
     */
    private static final VendorProfile CALLBOT =
            new VendorProfile("callbot", URI.create("https://nxbot.nxcloud.com"), Budget.UNLIMITED, true);

    /** The wiki names regional gateways, and not the same ones on every page. No limit is documented. */
    private static final VendorProfile NXLINK = new VendorProfile("nxlink", null, Budget.UNLIMITED, true);

    private static final List<VendorProfile> ALL = List.of(MOOR, CALLBOT, NXLINK);

    /** The vendors' names, in alphabetical order. */
    public static SortedSet<String> vendors() {
        return Collections.unmodifiableSortedSet(
                ALL.stream().map(VendorProfile::vendor).collect(Collectors.toCollection(TreeSet::new)));
    }

    /**
     * The profile of a vendor.
     *
     * @throws IllegalArgumentException if there is no such vendor
     */
    public static VendorProfile of(String vendor) {
        VendorProfile profile = find(vendor);
        if (profile == null) {
            throw new IllegalArgumentException("vendor: must be one of " + vendors());
        }
        return profile;
    }

    /** The address that a vendor documents; {@code null} if it documents none, or there is no such vendor. */
    static @Nullable URI url(String vendor) {
        VendorProfile profile = find(vendor);
        return profile == null ? null : profile.url();
    }

    /** Whether each account must name its own address. */
    public boolean urlNeeded() {
        return url == null;
    }

    private static @Nullable VendorProfile find(String vendor) {
        return ALL.stream()
                .filter(profile -> profile.vendor().equals(vendor))
                .findFirst()
                .orElse(null);
    }
}
