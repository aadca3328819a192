package io.callport.http.vendor;

import feign.DefaultContract;
import feign.MethodMetadata;
import feign.RequestTemplate;
import io.callport.http.json.RequestBody;
import io.callport.http.pipeline.AccountContext;
import io.callport.http.pipeline.Endpoint;
import io.callport.http.pipeline.RequestPipeline;
import io.callport.http.transport.OutgoingRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Implements a vendor's Feign interface at one address, all of whose requests are JSON. Feign reads the annotations,
 * once; a call then goes straight to the pipeline: Feign itself would resolve the same template and copy the same
 * headers each time. Thread-safe.
 *
 * @param <T> the vendor's Feign interface
 */
final class VendorApiHandler<T> {
    private static final byte[] NO_BODY = {};

    private final Class<T> api;
    private final String url;
    private final Map<Method, Endpoint> endpoints = new HashMap<>();
    private final RequestPipeline pipeline;

    /** @param base the address, which may end with a slash or not */
    VendorApiHandler(URI base, Class<T> api, RequestPipeline pipeline) {
        String address = base.toString();
        this.api = api;
        this.url = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        this.pipeline = pipeline;
        for (MethodMetadata method : new DefaultContract().parseAndValidateMetadata(api)) {
            endpoints.put(method.method(), endpoint(method.template().resolve(Map.of())));
        }
    }

    /** The interface for one account: an object of a few bytes, since all else is shared. */
    T of(AccountContext account) {
        return api.cast(Proxy.newProxyInstance(
                api.getClassLoader(),
                new Class<?>[] {api},
                (proxy, method, arguments) -> invoke(account, proxy, method, arguments)));
    }

    private @Nullable Object invoke(
            AccountContext account, Object proxy, Method method, Object @Nullable [] arguments) {
        Endpoint endpoint = endpoints.get(method);
        if (endpoint == null) {
            return ofObject(proxy, method, arguments);
        }
        return pipeline.exchange(account, endpoint, arguments == null ? NO_BODY : RequestBody.bytes(arguments[0]));
    }

    private Endpoint endpoint(RequestTemplate template) {
        Headers.Builder headers = OutgoingRequest.usualHeaders().set("content-type", "application/json");
        template.headers().forEach((name, values) -> values.forEach(value -> headers.set(name, value)));
        return new Endpoint(template.method(), url + template.url(), headers.build());
    }

    /** The methods that every object has. */
    private Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> url;
            default -> throw new IllegalStateException("no endpoint: " + method.getName());
        };
    }
}
