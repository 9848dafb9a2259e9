// SPDX-License-Identifier: Apache-2.0
package io.wayside.onnxruntime;

import io.wayside.natives.PackedLibrary;
import java.util.Locale;
import java.util.Optional;

/**
 * Processors with libraries in this bundle: no more are made for Linux. The sums are those of
 * com.microsoft.onnxruntime:onnxruntime 1.23.2; a test holds them against what is packed.
 */
enum Processor {
  X86_64(
      "13ab8084954fa4a47c777880180b90810d6020f021441395712b48a75b74c68b",
      22_326_072L,
      "6627d568135216da04e8968e0805290a54ebed1fc6ab3e259f33d557fb069630",
      80_160L),
  AARCH64(
      "648ffa64fbe027ae27139109410900cf776a030dec2dbbac51053318cc44c286",
      18_693_384L,
      "e6b641ea5363d8164ed81bbd19efeca48bd0070654f860cc1001ed79bd506889",
      198_792L);

  private static final String BUNDLE = "io.wayside.onnxruntime";
  private static final String VERSION = "1.23.2";

  private final String engineSha256;
  private final long engineBytes;
  private final String bindingSha256;
  private final long bindingBytes;

  Processor(String engineSha256, long engineBytes, String bindingSha256, long bindingBytes) {
    this.engineSha256 = engineSha256;
    this.engineBytes = engineBytes;
    this.bindingSha256 = bindingSha256;
    this.bindingBytes = bindingBytes;
  }

  /** By what Java calls the machine. */
  static Optional<Processor> of(String osName, String osArch) {
    if (!osName.equals("Linux")) {
      return Optional.empty();
    }
    return switch (osArch) {
      case "amd64", "x86_64" -> Optional.of(X86_64);
      case "aarch64" -> Optional.of(AARCH64);
      default -> Optional.empty();
    };
  }

  /** What runs models. */
  PackedLibrary engine() {
    return new PackedLibrary(
        BUNDLE, "onnxruntime-" + VERSION, resource("libonnxruntime.so"), engineSha256, engineBytes);
  }

  /** What its Java classes call; finds the engine by name among what is loaded. */
  PackedLibrary binding() {
    return new PackedLibrary(
        BUNDLE,
        "onnxruntime4j-" + VERSION,
        resource("libonnxruntime4j_jni.so"),
        bindingSha256,
        bindingBytes);
  }

  private String resource(String file) {
    return "/native/" + name().toLowerCase(Locale.ROOT) + "/" + file;
  }
}
