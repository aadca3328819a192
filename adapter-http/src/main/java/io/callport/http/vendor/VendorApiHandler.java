package io.callport.http.vendor;

import feign.DefaultContract;
import feign.MethodMetadata;
import feign.RequestTemplate;
import io.callport.http.json.Json;
import io.callport.http.pipeline.Endpoint;
import io.callport.http.pipeline.RequestPipeline;
import io.callport.http.transport.OutgoingRequest;
import java.lang.reflect.InvocationHandler;
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
 */
final class VendorApiHandler implements InvocationHandler {
    private static final byte[] NO_BODY = {};

    private final String url;
    private final Map<Method, Endpoint> endpoints = new HashMap<>();
    private final RequestPipeline pipeline;

    private VendorApiHandler(Class<?> api, String url, RequestPipeline pipeline) {
        this.url = url;
        this.pipeline = pipeline;
        for (MethodMetadata method : new DefaultContract().parseAndValidateMetadata(api)) {
            endpoints.put(method.method(), endpoint(method.template().resolve(Map.of())));
        }
    }

    /** An implementation at an address, which may end with a slash or not. */
    static <T> T at(URI base, Class<T> api, RequestPipeline pipeline) {
        String url = base.toString();
        String trimmed = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        InvocationHandler handler = new VendorApiHandler(api, trimmed, pipeline);
        return api.cast(Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, handler));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        Endpoint endpoint = endpoints.get(method);
        if (endpoint == null) {
            return ofObject(proxy, method, arguments);
        }
        return pipeline.exchange(endpoint, arguments == null ? NO_BODY : Json.bytes(arguments[0]));
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
