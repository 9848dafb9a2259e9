// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A PKCS#11 token in software (SoftHSM 2), made with its own tools and the JDK's. Where its objects
 * lie is told to the library by the environment variable SOFTHSM2_CONF, which the build sets.
 */
public final class SoftToken {

  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/softhsm/libsofthsm2.so"),
          Path.of("/usr/local/lib/softhsm/libsofthsm2.so"));
  private static final String PIN = "48151623";

  private final Path folder;

  private SoftToken(Path folder) {
    this.folder = folder;
  }

  /** Before one is made. */
  public static SoftToken none() {
    return new SoftToken(Path.of("none"));
  }

  /** One token of this name with a P-256 key and its certificate; once in a process. */
  public static SoftToken make(String label, String keyLabel) throws Exception {
    String conf = System.getenv("SOFTHSM2_CONF");
    if (conf == null) {
      throw new IOException("SOFTHSM2_CONF is not set; run the tests through the build");
    }
    Path folder = Path.of(conf).getParent();
    delete(folder);
    Files.createDirectories(folder.resolve("tokens"));
    Files.writeString(
        Path.of(conf),
        "directories.tokendir = " + folder.resolve("tokens") + "\nobjectstore.backend = file\n");
    run("softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", PIN);
    SoftToken token = new SoftToken(folder);
    Files.writeString(token.pinFile(), PIN + "\n");
    Path config = folder.resolve("keytool.cfg");
    Files.writeString(config, "name = making\nlibrary = " + library() + "\nslotListIndex = 0\n");
    run(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-sigalg",
        "SHA256withECDSA",
        "-alias",
        keyLabel,
        "-dname",
        "CN=gateway",
        "-validity",
        "36500",
        "-keystore",
        "NONE",
        "-storetype",
        "PKCS11",
        "-storepass",
        PIN,
        "-addprovider",
        "SunPKCS11",
        "-providerarg",
        config.toString());
    return token;
  }

  public static Path library() throws IOException {
    return LIBRARIES.stream()
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () ->
                new IOException("these tests need SoftHSM 2; run: apt-get install --yes softhsm2"));
  }

  public Path pinFile() {
    return folder.resolve("pin");
  }

  public Token token(String keyLabel) throws IOException {
    return new Token(library(), -1, keyLabel, Optional.of(pinFile()));
  }

  private static void run(String... command) throws Exception {
    List<String> words = new ArrayList<>(List.of(command));
    Process process;
    try {
      process = new ProcessBuilder(words).redirectErrorStream(true).start();
    } catch (IOException missing) {
      throw new IOException(
          "these tests need " + command[0] + "; run: apt-get install --yes softhsm2", missing);
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", words) + ": " + said);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
