package io.callport.http.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import feign.RequestTemplate;
import feign.codec.Encoder;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes a request's body as compact JSON in UTF-8. */
public final class JsonEncoder implements Encoder {
    @Override
    public void encode(Object body, Type bodyType, RequestTemplate request) {
        try {
            request.body(Json.write(body), StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new QueryFailedException(
                    QueryFailure.notSent(Reason.INVALID_COMMAND, "A parameter cannot be written as JSON"));
        }
    }
}
