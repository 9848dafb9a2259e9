// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.browser;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.scenarios.site.Folders;
import io.wayside.rig.systemtests.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's Chromium without a window, with an empty profile of its own. */
public final class Chromium implements AutoCloseable {

  private static final List<String> FLAGS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--remote-debugging-port=0");

  private final Process process;
  private final Path profile;
  private final Path log;
  private final HttpClient http = HttpClient.newHttpClient();

  private Chromium(Process process, Path profile, Path log) {
    this.process = process;
    this.profile = profile;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @throws IOException when there is none, with the remedy
   */
  public static Chromium start() throws IOException {
    Path program = Path.of(System.getProperty("wayside.chromium", "/usr/bin/chromium"));
    if (!Files.isExecutable(program)) {
      throw new IOException(
          "no browser at " + program + "; run: sudo apt-get install --yes chromium");
    }
    Path profile = Files.createTempDirectory("wayside-chromium-");
    Path log = profile.resolve("chromium.log");
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(FLAGS);
    command.add("--user-data-dir=" + profile);
    command.add("about:blank");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new Chromium(process, profile, log);
  }

  /** The one page it opened. */
  public Page page() throws IOException, InterruptedException {
    Path port = profile.resolve("DevToolsActivePort");
    Patience.until(
        "chromium says where it listens",
        () -> Files.exists(port) && Files.readAllLines(port).size() >= 2,
        this::output);
    String address = "http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json/list";
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofString());
    try {
      for (Value each : ((Value.Many) Json.read(answer.body()).root()).values()) {
        Value.Fields target = (Value.Fields) each;
        if (target.get("type").equals(new Value.Text("page"))
            && target.get("webSocketDebuggerUrl") instanceof Value.Text socket) {
          return new Page(DevTools.connect(http, URI.create(socket.value())));
        }
      }
    } catch (GarbledData garbled) {
      throw new IOException("chromium answered no JSON: " + answer.body(), garbled);
    }
    throw new IOException("chromium has no page open: " + answer.body());
  }

  private String output() {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      return "its log cannot be read: " + unreadable.getMessage();
    }
  }

  /** Ends it with all its children, and deletes its profile. */
  @Override
  public void close() throws IOException {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      for (ProcessHandle child : children) {
        child.destroyForcibly();
      }
      for (ProcessHandle child : children) {
        child.onExit().orTimeout(5, TimeUnit.SECONDS).exceptionally(late -> child).join();
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    Folders.delete(profile);
  }
}
