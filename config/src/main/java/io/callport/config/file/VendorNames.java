package io.callport.config.file;

import io.callport.account.Budget;
import io.callport.http.settings.VendorProfile;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The names of vendors for use in sentences. */
final class VendorNames {
    private VendorNames() {}

    /** The prefixes of accounts, as in {@code 7moor:, callbot: or nxlink:}. */
    static String prefixes() {
        return or(VendorProfile.vendors().stream().map(vendor -> vendor + ":").toList());
    }

    /** The names of the vendors that match. */
    static String matching(Predicate<VendorProfile> condition) {
        return or(VendorProfile.vendors().stream()
                .filter(vendor -> condition.test(VendorProfile.of(vendor)))
                .toList());
    }

    /** The documented budgets, as in {@code 20/PT1M for 7moor, none for callbot or nxlink}. */
    static String budgets() {
        String limited = VendorProfile.vendors().stream()
                .filter(vendor -> VendorProfile.of(vendor).budget().limited())
                .map(vendor -> VendorProfile.of(vendor).budget() + " for " + vendor + ", ")
                .collect(Collectors.joining());
        return limited + Budget.UNLIMITED + " for "
                + matching(rules -> !rules.budget().limited());
    }

    private static String or(Collection<String> words) {
        return String.join(", ", words).replaceFirst(", ([^,]*)$", " or $1");
    }
}
