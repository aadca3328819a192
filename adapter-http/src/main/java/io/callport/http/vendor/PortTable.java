package io.callport.http.vendor;

import io.callport.query.Ports;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ports that a vendor answers; any other is refused.
 *
 * @param ports each port's implementation by the port's interface
 */
public record PortTable(Map<Class<?>, Object> ports) implements Ports {
    /** Copies the map of ports. */
    public PortTable {
        ports = Map.copyOf(ports);
    }

    @Override
    public <P> P port(Class<P> type) {
        @Nullable Object port = ports.get(type);
        if (port == null) {
            throw new QueryFailedException(
                    QueryFailure.notSent(Reason.UNSUPPORTED_QUERY, "This account's vendor does not answer this query"));
        }
        return type.cast(port);
    }
}
