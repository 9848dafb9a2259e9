// SPDX-License-Identifier: Apache-2.0
/**
 * What a neural network that the user brings says is in a picture: how each family of models wants
 * its picture and what its numbers mean. Pure; the network itself is run elsewhere.
 */
@NullMarked
package io.wayside.counting.detect;

import org.jspecify.annotations.NullMarked;
