package io.callport.webhook.server;

import io.callport.webhook.message.WebhookRequest;
import io.callport.webhook.receive.Admission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Judges each request by its head, and reads the body of what may be a callback. Never waits. */
final class CallbackHandler extends Handler.Abstract {
    private static final byte[] NO_BODY = {};

    private final BodyReading.Shared shared;

    CallbackHandler(BodyReading.Shared shared) {
        super(InvocationType.NON_BLOCKING);
        this.shared = shared;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Admission admission = shared.receiver().admit(head(request));
        if (admission instanceof Admission.Refused refused) {
            new RefusedBody(shared, refused.reply(), request, response, callback).start();
        } else {
            new BodyReading(shared, ((Admission.Admitted) admission).claim(), request, response, callback).start();
        }
        return true;
    }

    /** The head of a request, its path as it stands in the request line. */
    private static WebhookRequest head(Request request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            String value = Objects.requireNonNullElse(field.getValue(), "");
            headers.computeIfAbsent(field.getName(), name -> new ArrayList<>(1)).add(value);
        }
        String path = Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
        return new WebhookRequest(request.getMethod(), path, headers, NO_BODY);
    }
}
