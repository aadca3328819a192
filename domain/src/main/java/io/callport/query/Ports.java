package io.callport.query;

/** The ports of one vendor family, one for each kind of query. Implementations are thread-safe. */
@FunctionalInterface
public interface Ports {
    /**
     * The vendor's implementation of a port.
     *
     * @throws QueryFailedException with {@link Reason#UNSUPPORTED_QUERY} if the vendor has none
     */
    <P> P port(Class<P> type);
}
