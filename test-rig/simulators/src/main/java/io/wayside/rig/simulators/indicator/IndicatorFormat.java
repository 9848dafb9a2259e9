// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A wire format by name.
 *
 * @param unit what the display shows
 * @param evenParity bytes carry even parity in bit 7, as a 7E1 line has it
 * @param conversation makes the command interpreter of one power-up
 */
public record IndicatorFormat(
    String name, MassUnit unit, boolean evenParity, Supplier<Conversation> conversation) {

  /** Behind a name, asks for even parity. */
  private static final String PARITY = "+7e1";

  private static final Map<String, IndicatorFormat> ALL = new TreeMap<>();

  static {
    continuous("yaohua", YaohuaEncoder.standard());
    continuous(
        "yaohua-digit",
        new YaohuaEncoder(YaohuaEncoder.Seventh.DIGIT, YaohuaEncoder.Check.LETTERS));
    continuous(
        "yaohua-offset",
        new YaohuaEncoder(YaohuaEncoder.Seventh.DECIMAL_POSITION, YaohuaEncoder.Check.OFFSET));
    continuous("reversed-6", new ReversedStreamEncoder(6));
    continuous("reversed-7", new ReversedStreamEncoder(7));
    continuous("reversed-8", new ReversedStreamEncoder(8));
    continuous("a12", new A12Encoder(7, false));
    continuous("a12-8", new A12Encoder(8, false));
    continuous("a12-check", new A12Encoder(7, true));
    continuous("toledo", ToledoEncoder.standard());
    continuous("toledo-17", toledo(MassUnit.KG, ToledoEncoder.Check.NONE, false, 0));
    continuous("toledo-8142", toledo(MassUnit.KG, ToledoEncoder.Check.TWOS_COMPLEMENT, true, 0));
    continuous("toledo-tens", toledo(MassUnit.KG, ToledoEncoder.Check.TWOS_COMPLEMENT, false, 1));
    continuous("toledo-xor", toledo(MassUnit.KG, ToledoEncoder.Check.XOR, false, 0));
    continuous("toledo-lb", toledo(MassUnit.LB, ToledoEncoder.Check.TWOS_COMPLEMENT, false, 0));
    continuous("toledo-extended", new ToledoExtendedEncoder('1', MassUnit.KG));
    continuous("st-gs", StatusTextEncoder.ST_GS);
    continuous("a-and-d", StatusTextEncoder.A_AND_D);
    continuous("cas", StatusTextEncoder.CAS);
    continuous("dini", StatusTextEncoder.DINI);
    continuous("dini-34", StatusTextEncoder.DINI_MANUAL);
    continuous("ht9800", new BcdEncoder(1));
    continuous("gm8803", new BcdEncoder(0));
    continuous("t2000a", new T2000Encoder());
    continuous("rinstrum", new RinstrumEncoder());
    polled("mt-sics", MtSicsConversation::new);
    polled("sma", SmaConversation::new);
    polled("hbm", HbmConversation::new);
  }

  private static ToledoEncoder toledo(
      MassUnit unit, ToledoEncoder.Check check, boolean zeros, int fixedZeros) {
    return new ToledoEncoder(unit, check, zeros, 1, fixedZeros);
  }

  private static void continuous(String name, IndicatorEncoder encoder) {
    MassUnit unit = encoder instanceof ToledoEncoder toledo ? toledo.unit() : MassUnit.KG;
    ALL.put(
        name, new IndicatorFormat(name, unit, false, () -> new ContinuousConversation(encoder)));
  }

  private static void polled(String name, Supplier<Conversation> conversation) {
    ALL.put(name, new IndicatorFormat(name, MassUnit.KG, false, conversation));
  }

  /** A format that is on no list. */
  public static IndicatorFormat of(IndicatorEncoder encoder) {
    return new IndicatorFormat(
        "own", MassUnit.KG, false, () -> new ContinuousConversation(encoder));
  }

  /** All names, in order. */
  public static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /**
   * The format of that name; {@code +7e1} behind it asks for even parity in bit 7.
   *
   * @throws IllegalArgumentException when there is none, naming those there are
   */
  public static IndicatorFormat named(String name) {
    boolean parity = name.endsWith(PARITY);
    String base = parity ? name.substring(0, name.length() - PARITY.length()) : name;
    IndicatorFormat format = ALL.get(base);
    if (format == null) {
      throw new IllegalArgumentException(
          "no indicator format named '" + base + "'; there are " + String.join(", ", ALL.keySet()));
    }
    return new IndicatorFormat(name, format.unit(), parity, format.conversation());
  }
}
