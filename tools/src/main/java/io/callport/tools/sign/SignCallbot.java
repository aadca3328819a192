package io.callport.tools.sign;

import io.callport.signing.Algorithm;
import io.callport.signing.CallbotMessage;
import io.callport.signing.CallbotSignature;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "callbot", description = "Print the headers of a Callbot v3 request, fit for curl -H @-.")
final class SignCallbot implements Callable<Integer> {
    private final Signer signer;

    @Option(names = "--uuid", required = true, paramLabel = "U", description = "The account's uuid.")
    private String uuid = "";

    @Option(names = "--create-ts", paramLabel = "T", description = "Seconds since 1970; default: now.")
    private @Nullable String createTs;

    @Option(names = "--request-id", paramLabel = "R", description = "The request's id; default: random.")
    private @Nullable String requestId;

    @Option(names = "--algorithm", required = true, paramLabel = "MD5|SHA256", description = "The account's hash.")
    private Algorithm algorithm = Algorithm.MD5;

    @Option(
            names = "--body",
            required = true,
            paramLabel = "FILE|-",
            description = "The exact bytes that are sent; - reads them from the input.")
    private String body = "";

    @Option(names = "--explain", description = "Show every intermediate on stderr.")
    private boolean explain;

    SignCallbot(Signer signer) {
        this.signer = signer;
    }

    @Override
    public Integer call() {
        byte[] bytes = signer.body(body);
        return signer.print(
                secret -> CallbotSignature.sign(
                        new CallbotMessage(
                                uuid,
                                GeneratedValues.seconds(createTs),
                                GeneratedValues.id(requestId),
                                algorithm,
                                bytes),
                        secret),
                explain);
    }
}
