package io.callport.query;

import java.util.function.Function;

/** The ports of one vendor family, one for each kind of query. Implementations are thread-safe. */
@FunctionalInterface
public interface Ports {
    /**
     * The vendor's implementation of a port.
     *
     * @throws QueryFailedException with {@link Reason#UNSUPPORTED_QUERY} if the vendor has none
     */
    <P> P port(Class<P> type);

    /**
     * The ports of a vendor, looked up only when a query asks for one, so that a failure to find them is the outcome of
     * the request.
     *
     * @param ports finds the ports of a vendor
     */
    static Ports lazily(Function<String, Ports> ports, String vendor) {
        return new Ports() {
            @Override
            public <P> P port(Class<P> type) {
                return ports.apply(vendor).port(type);
            }
        };
    }
}
