// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.browser;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.systemtests.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A page in the browser, as a person with open developer tools sees it. */
public final class Page implements AutoCloseable {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final DevTools tools;

  Page(DevTools tools) {
    this.tools = tools;
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      tools.call(domain + ".enable");
    }
  }

  public void open(String address) {
    tools.call("Page.navigate", Value.Fields.with("url", address).build());
  }

  /** The window's size in CSS pixels; a phone also says that it is one. */
  public void size(int width, int height, boolean phone) {
    tools.call(
        "Emulation.setDeviceMetricsOverride",
        Value.Fields.with("width", width)
            .and("height", height)
            .and("deviceScaleFactor", 1L)
            .and("mobile", phone)
            .build());
  }

  /** The value of an expression, through JSON. */
  public Value evaluate(String expression) {
    Value.Fields answer =
        tools.call(
            "Runtime.evaluate",
            Value.Fields.with("expression", expression)
                .and("returnByValue", true)
                .and("awaitPromise", true)
                .build());
    if (answer.get("exceptionDetails") instanceof Value.Fields thrown) {
      throw new AssertionError(expression + " threw " + Json.write(thrown));
    }
    return ((Value.Fields) answer.get("result")).get("value");
  }

  /** The value of an expression that is a text. */
  public String text(String expression) {
    return evaluate(expression) instanceof Value.Text text ? text.value() : "";
  }

  /** Waits until an expression is true. */
  public void until(String expectation, String expression) {
    Patience.until(
        expectation,
        () -> evaluate(expression).equals(new Value.Truth(true)),
        () -> expression + " is false in:\n" + text("document.body.innerText"));
  }

  /** Writes what is seen, down to the page's end, to {@code target/screenshots/NAME.png}. */
  public Path screenshot(String name) throws IOException {
    Value.Fields shot =
        tools.call(
            "Page.captureScreenshot",
            Value.Fields.with("format", "png").and("captureBeyondViewport", true).build());
    Files.createDirectories(SCREENSHOTS);
    return Files.write(
        SCREENSHOTS.resolve(name + ".png"),
        Base64.getDecoder().decode(((Value.Text) shot.get("data")).value()));
  }

  /** What the console would show in red: errors logged, exceptions nobody caught, failed loads. */
  public List<String> errors() {
    List<String> errors = new ArrayList<>();
    for (DevTools.Event event : tools.events()) {
      String level =
          switch (event.method()) {
            case "Runtime.exceptionThrown" -> "error";
            case "Runtime.consoleAPICalled" -> word(event.params(), "type");
            case "Log.entryAdded" -> word((Value.Fields) event.params().get("entry"), "level");
            default -> "";
          };
      if (level.equals("error") || level.equals("assert")) {
        errors.add(Json.write(event.params()));
      }
    }
    return errors;
  }

  /** Addresses of everything the page asked for over a network. */
  public List<String> requests() {
    return tools.events().stream()
        .filter(event -> event.method().equals("Network.requestWillBeSent"))
        .map(event -> word((Value.Fields) event.params().get("request"), "url"))
        .filter(url -> !url.startsWith("data:") && !url.startsWith("about:"))
        .toList();
  }

  private static String word(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Text text ? text.value() : "";
  }

  @Override
  public void close() {
    tools.close();
  }
}
