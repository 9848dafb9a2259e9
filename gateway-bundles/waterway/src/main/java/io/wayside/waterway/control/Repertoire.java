// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the lantern can show.
 *
 * @param setUp the character with which the lantern was set up, as charts name it
 * @param pieces what else it can be told by code; the set-up character may be among them
 */
public record Repertoire(String setUp, List<Piece> pieces) {

  public Repertoire {
    pieces = List.copyOf(pieces);
    long codes = pieces.stream().map(Piece::code).distinct().count();
    long characters = pieces.stream().map(Piece::character).distinct().count();
    if (codes < pieces.size() || characters < pieces.size()) {
      throw new IllegalArgumentException("a code or a character is given twice: " + pieces);
    }
  }

  public Optional<Piece> byCode(String code) {
    return pieces.stream().filter(piece -> piece.code().equals(code)).findFirst();
  }

  public Optional<Piece> byCharacter(String character) {
    return pieces.stream().filter(piece -> piece.character().equals(character)).findFirst();
  }

  boolean isSetUp(Piece piece) {
    return piece.character().equals(setUp);
  }

  String codes() {
    return pieces.stream()
        .map(piece -> piece.code() + " (" + piece.character() + ")")
        .collect(Collectors.joining(", "));
  }
}
