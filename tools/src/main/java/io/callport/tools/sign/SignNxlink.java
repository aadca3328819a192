package io.callport.tools.sign;

import io.callport.signing.Algorithm;
import io.callport.signing.NxlinkMessage;
import io.callport.signing.NxlinkSignature;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "nxlink", description = "Print the headers of an NXLink request, fit for curl -H @-.")
final class SignNxlink implements Callable<Integer> {
    private final Signer signer;

    @Option(names = "--access-key", required = true, paramLabel = "K", description = "The account's accessKey.")
    private String accessKey = "";

    @Option(names = "--ts", paramLabel = "T", description = "Milliseconds since 1970; default: now.")
    private @Nullable String ts;

    @Option(names = "--biz-type", required = true, paramLabel = "B", description = "The business type, as in 8.")
    private String bizType = "";

    @Option(names = "--action", required = true, paramLabel = "A", description = "The action, as in cc.")
    private String action = "";

    @Option(names = "--algorithm", paramLabel = "MD5|SHA256", description = "The hash; default: MD5.")
    private Algorithm algorithm = Algorithm.MD5;

    @Option(
            names = "--body",
            required = true,
            paramLabel = "FILE|-",
            description = "The exact bytes that are sent; - reads them from the input.")
    private String body = "";

    @Option(names = "--explain", description = "Show every intermediate on stderr.")
    private boolean explain;

    SignNxlink(Signer signer) {
        this.signer = signer;
    }

    @Override
    public Integer call() {
        byte[] bytes = signer.body(body);
        return signer.print(
                secret -> NxlinkSignature.sign(
                        new NxlinkMessage(accessKey, GeneratedValues.millis(ts), bizType, action, algorithm, bytes),
                        secret),
                explain);
    }
}
