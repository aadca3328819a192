package io.callport.tools.sign;

import io.callport.signing.MoorMessage;
import io.callport.signing.MoorSignature;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "7moor", description = "Print the headers of a 7moor request, fit for curl -H @-.")
final class SignMoor implements Callable<Integer> {
    private final Signer signer;

    @Option(names = "--appkey", required = true, paramLabel = "A", description = "m7-appkey, the account number.")
    private String appkey = "";

    @Option(names = "--timestamp", paramLabel = "T", description = "Seconds since 1970; default: now.")
    private @Nullable String timestamp;

    @Option(names = "--nonce", paramLabel = "N", description = "Six digits; default: random.")
    private @Nullable String nonce;

    @Option(names = "--explain", description = "Show every intermediate on stderr.")
    private boolean explain;

    SignMoor(Signer signer) {
        this.signer = signer;
    }

    @Override
    public Integer call() {
        return signer.print(
                secret -> MoorSignature.sign(
                        new MoorMessage(appkey, GeneratedValues.seconds(timestamp), GeneratedValues.nonce(nonce)),
                        secret),
                explain);
    }
}
