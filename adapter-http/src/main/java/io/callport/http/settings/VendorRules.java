package io.callport.http.settings;

import io.callport.account.Budget;
import io.callport.http.callbot.CallbotFamily;
import io.callport.http.moor.MoorFamily;
import io.callport.http.nxlink.NxlinkFamily;
import io.callport.http.vendor.VendorFamily;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What may and must be said about an account of a vendor.
 *
 * @param budget the budget unless told otherwise: what the vendor documents
 * @param urlNeeded whether the vendor documents no address, so that each account must name its own
 * @param algorithms whether its accounts choose the hash of their signatures
 */
public record VendorRules(Budget budget, boolean urlNeeded, boolean algorithms) {
    /** Every vendor family there is. */
    public static final List<VendorFamily> FAMILIES = List.of(new MoorFamily(), new CallbotFamily(), new NxlinkFamily());

    /** The vendors' names, in alphabetical order. */
    public static SortedSet<String> vendors() {
        return Collections.unmodifiableSortedSet(
                FAMILIES.stream().map(VendorFamily::vendor).collect(Collectors.toCollection(TreeSet::new)));
    }

    /**
     * The rules of a vendor.
     *
     * @throws IllegalArgumentException if there is no such vendor
     */
    public static VendorRules of(String vendor) {
        VendorFamily family = family(vendor);
        if (family == null) {
            throw new IllegalArgumentException("vendor: must be one of " + vendors());
        }
        return new VendorRules(family.budget(), family.url() == null, family.choosesAlgorithm());
    }

    /** The address that a vendor documents, if it is one of ours and documents one. */
    static @Nullable URI url(String vendor) {
        VendorFamily family = family(vendor);
        return family == null ? null : family.url();
    }

    private static @Nullable VendorFamily family(String vendor) {
        return FAMILIES.stream()
                .filter(family -> family.vendor().equals(vendor))
                .findFirst()
                .orElse(null);
    }
}
