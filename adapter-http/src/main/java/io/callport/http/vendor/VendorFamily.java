package io.callport.http.vendor;

import io.callport.query.Ports;
import java.util.Collection;

/** A family of vendor accounts that share endpoints, signature and envelope. */
public interface VendorFamily {
    /** The vendor before the colon of an account. */
    String vendor();

    /**
     * The ports of these accounts, all of this family.
     *
     * @throws IllegalArgumentException if an account's key or secret is not of the vendor's form
     */
    Ports open(Collection<Access> accounts, Connections connections);
}
