package io.callport.tools.sign;

import io.callport.tools.shell.Shell;
import java.util.List;
import picocli.CommandLine.Command;

/** Gathers the three vendors' signatures under one name. */
@Command(name = "sign", description = "Sign a message; the secret comes from CALLPORT_SECRET.")
public final class SignCommand {
    /** The command itself; it only leads to its {@link #vendors}. */
    public SignCommand() {}

    /** Its commands, one for each vendor. */
    public static List<Object> vendors(Shell shell) {
        Signer signer = new Signer(shell);
        return List.of(new SignMoor(signer), new SignCallbot(signer), new SignNxlink(signer));
    }
}
