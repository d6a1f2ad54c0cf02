package org.pgherd.grammar.build;

import org.antlr.v4.runtime.TokenStream;

/// The superclass of the generated parser.
public abstract class ParserActions extends DefinitionActions {
    protected ParserActions(TokenStream input) {
        super(input);
    }

    /// Makes ready for another text.
    public void begin() {
        ops.reset();
    }
}
