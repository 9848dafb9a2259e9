// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import java.util.Locale;

/**
 * A picture as SVG text. Its colours follow whether the reader's screen is light or dark; the same
 * calls give the same bytes.
 */
final class Svg {

  /** Where a text's given point lies in it. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  private static final String STYLE =
      """
      <style>
      .paper{fill:#ffffff}.frame{fill:none;stroke:#59636e}.grid{fill:none;stroke:#d8dee4}
      text{font:12px sans-serif;fill:#1f2328}.head{font-weight:bold}
      .dots{fill:none;stroke:#0969da;stroke-width:4;stroke-linecap:round;stroke-opacity:.5}
      .first{fill:none;stroke:#0969da;stroke-width:1.3}
      .mark{fill:none;stroke:#cf222e;stroke-width:1.6}
      .limit{fill:none;stroke:#cf222e;stroke-width:1.3;stroke-dasharray:6 4}
      .bars{fill:#0969da;fill-opacity:.65}
      @media (prefers-color-scheme:dark){
      .paper{fill:#0d1117}.frame{stroke:#9198a1}.grid{stroke:#2f353d}text{fill:#f0f6fc}
      .dots,.first{stroke:#58a6ff}.mark,.limit{stroke:#ff7b72}
      .bars{fill:#58a6ff}}
      </style>
      """;

  private final StringBuilder text = new StringBuilder();

  /**
   * @param title for those who hear a picture
   */
  Svg(int width, int height, String title) {
    text.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\">\n<title>%s</title>\n",
            width,
            height,
            width,
            height,
            escaped(title)));
    text.append(STYLE);
    text.append(
        String.format(
            Locale.ROOT, "<rect class=\"paper\" width=\"%d\" height=\"%d\"/>\n", width, height));
  }

  void path(String style, CharSequence data) {
    text.append("<path class=\"").append(style).append("\" d=\"").append(data).append("\"/>\n");
  }

  void box(String style, double x, double y, double width, double height) {
    text.append("<rect class=\"").append(style).append("\" x=\"").append(number(x));
    text.append("\" y=\"").append(number(y)).append("\" width=\"").append(number(width));
    text.append("\" height=\"").append(number(height)).append("\"/>\n");
  }

  void words(String style, double x, double y, Anchor anchor, String words) {
    words(style, x, y, anchor, 0, words);
  }

  /** Turned by so many degrees, clockwise. */
  void words(String style, double x, double y, Anchor anchor, int turned, String words) {
    text.append("<text class=\"").append(style).append("\" x=\"").append(number(x));
    text.append("\" y=\"").append(number(y)).append("\" text-anchor=\"");
    text.append(anchor.name().toLowerCase(Locale.ROOT)).append('"');
    if (turned != 0) {
      text.append(" transform=\"rotate(").append(turned).append(' ');
      text.append(number(x)).append(' ').append(number(y)).append(")\"");
    }
    text.append('>').append(escaped(words)).append("</text>\n");
  }

  /** A tenth of a pixel is as fine as anybody sees. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public String toString() {
    return text + "</svg>\n";
  }
}
