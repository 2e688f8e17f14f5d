// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A key that is made for one test and thrown away. */
final class Signer {
  // In the folder for temporary files: the path of an agent's socket must be short.
  private final Path home;

  Signer() throws IOException, InterruptedException {
    home = Files.createTempDirectory("gpg");
    gpg("--passphrase", "", "--quick-gen-key", "release check", "default", "default", "1d");
  }

  Path home() {
    return home;
  }

  /** Fails unless the signature beside a file is by this key, and for these bytes. */
  void verify(Path file) throws IOException, InterruptedException {
    gpg("--verify", file + ".asc", file.toString());
  }

  private void gpg(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("gpg", "--batch", "--homedir", home.toString()));
    command.addAll(List.of(arguments));
    Command.run(home, command);
  }

  /** Ends the agent of the key and deletes it. */
  void forget() throws IOException, InterruptedException {
    Command.run(home, List.of("gpgconf", "--homedir", home.toString(), "--kill", "all"));
    Folders.delete(home);
  }
}
