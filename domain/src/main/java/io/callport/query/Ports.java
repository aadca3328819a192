package io.callport.query;

/** The ports of one vendor family: what it can be asked. Implementations are thread-safe. */
@FunctionalInterface
public interface Ports {
    /**
     * The vendor's implementation of a port.
     *
     * @throws QueryFailedException with {@link Reason#UNSUPPORTED_QUERY} if the vendor has none
     */
    <P> P port(Class<P> type);
}
