package io.callport.http.vendor;

import io.callport.account.Budget;
import io.callport.query.Ports;
import java.net.URI;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A family of vendor accounts that share endpoints, signature and envelope. */
public interface VendorFamily {
    /** The vendor before the colon of an account. */
    String vendor();

    /** The address that the vendor documents; {@code null} if it documents no single one. */
    @Nullable
    URI url();

    /** The limit that the vendor documents for each account. */
    Budget budget();

    /** Whether an account chooses the hash of its signatures. */
    boolean choosesAlgorithm();

    /**
     * The ports of these accounts, all of this family.
     *
     * @throws IllegalArgumentException if an account's key or secret is not of the vendor's form
     */
    Ports open(Collection<Access> accounts, Connections connections);
}
