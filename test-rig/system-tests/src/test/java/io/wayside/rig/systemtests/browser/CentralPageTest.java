// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.rig.scenarios.site.WeighSite;
import io.wayside.rig.systemtests.outside.Sites;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the centre, in a real browser, while vehicles are weighed. */
class CentralPageTest {

  private static final String GROSS =
      "document.querySelector('#vehicles .gross strong')?.textContent ?? ''";

  @TempDir Path folder;

  @Test
  void aPersonSeesVehiclesComeAndThatNoRecordIsMissing() throws Exception {
    try (WeighSite site = Sites.onFelix(folder, 11);
        Chromium chromium = Chromium.start();
        Page page = chromium.page()) {
      site.startGateway();
      site.startLane();
      page.size(1280, 900, false);
      page.open("http://127.0.0.1:" + site.centre().pagePort() + "/");

      inLanguage(page, "en", "Gross weight", "Every record is here, none twice");
      assertThat(page.text(GROSS)).matches("[\\d,]+ kg");
      page.screenshot("centre-desktop-en");
      fitsTheWindow(page);

      inLanguage(page, "vi", "Khối lượng toàn bộ", "Đủ mọi bản ghi, không trùng lặp");
      assertThat(page.text(GROSS)).matches("[\\d.]+ kg");
      page.screenshot("centre-desktop-vi");

      page.size(390, 844, true);
      page.screenshot("centre-phone-vi");
      fitsTheWindow(page);
      inLanguage(page, "en", "Gross weight", "Every record is here, none twice");
      page.screenshot("centre-phone-en");

      assertThat(page.errors()).as("errors in the console").isEmpty();
      assertThat(page.requests()).isNotEmpty().allMatch(url -> url.startsWith("http://127.0.0.1:"));
    }
  }

  /** A vehicle with its gross weight, and the proof of completeness, in the words of a language. */
  private static void inLanguage(Page page, String language, String gross, String complete) {
    page.until(
        "the page speaks " + language,
        "(() => { if (!document.documentElement) return false;" // before the page has come
            + " const button = document.querySelector('[data-language="
            + language
            + "]');"
            + " if (button && document.documentElement.lang !== '"
            + language
            + "') button.click();"
            + " return document.documentElement.lang === '"
            + language
            + "'; })()");
    page.until(
        "a vehicle is shown with \"" + gross + "\"",
        "(document.querySelector('#vehicles .gross')?.textContent ?? '').includes('"
            + gross
            + "') && /\\d/.test("
            + GROSS
            + ")");
    page.until(
        "the page says \"" + complete + "\"",
        "document.getElementById('verdict-words').textContent === '" + complete + "'");
  }

  private static void fitsTheWindow(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("nothing is cut off at the side")
        .isEqualTo(new Value.Truth(true));
  }
}
