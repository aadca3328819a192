package io.callport.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table of changes: a part before, the part after, and the users that the change breaks. */
class SchemaComparisonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The conditions on a query, in short: {@code #query#}, {@code #query:something else#}. */
    private static final Pattern CONDITION = Pattern.compile("#(\\w+):?(\\w*)#");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // what is there | what comes | breaks publishers of commands | breaks readers of results
                "'type':'string'                     | 'type':'string'                          | no  | no",
                "'type':'string'                     | 'type':'string','description':'new'      | no  | no",
                "'type':'string'                     | 'type':'integer'                         | yes | yes",
                "'type':'string'                     | 'type':['string','null']                 | no  | yes",
                "'type':['string','null']            | 'type':'string'                          | yes | no",
                "'type':'integer'                    | 'type':'number'                          | no  | yes",
                "'type':'number'                     | 'type':'integer'                         | yes | no",
                "'type':'string'                     | 'title':'anything'                       | no  | yes",
                "'title':'anything'                  | 'type':'string'                          | yes | no",
                "'properties':{'a':{}}               | 'properties':{'a':{},'b':{}}             | no  | no",
                "'properties':{'a':{},'b':{}}        | 'properties':{'a':{}}                    | yes | yes",
                "'properties':{'a':{'type':'string'}}| 'properties':{'a':{'type':'boolean'}}     | yes | yes",
                "'properties':{'a':{}}               | 'properties':{'a':{}},'required':['a']   | yes | no",
                "'properties':{'a':{}},'required':['a'] | 'properties':{'a':{}}                 | no  | yes",
                "'title':'any'                       | 'properties':{'b':{}},'required':['b']   | yes | no",
                "'enum':['a','b']                    | 'enum':['a','b','c']                     | no  | yes",
                "'enum':['a','b']                    | 'enum':['a']                             | yes | no",
                "'const':'a'                         | 'const':'b'                              | yes | yes",
                "'const':'a'                         | 'enum':['a','b']                         | no  | yes",
                "'items':{'type':'string'}           | 'items':{'type':'integer'}               | yes | yes",
                "'minimum':1                         | 'minimum':2                              | yes | no",
                "'minimum':1                         | 'minimum':0                              | no  | yes",
                "'maximum':100                       | 'maximum':200                            | no  | yes",
                "'maximum':200                       | 'maximum':100                            | yes | no",
                "'maxLength':9                       | 'title':'no bound'                       | no  | yes",
                "'title':'no bound'                  | 'maxLength':9                            | yes | no",
                "'maxItems':500                      | 'maxItems':499                           | yes | no",
                "'pattern':'a'                       | 'pattern':'b'                            | yes | yes",
                "'pattern':'a'                       | 'title':'none'                           | no  | yes",
                "'title':'none'                      | 'format':'date-time'                     | yes | yes",
                "'additionalProperties':false        | 'additionalProperties':true              | no  | yes",
                "'additionalProperties':true         | 'additionalProperties':false             | yes | no",
                "'anyOf':[{'type':'string'},{'type':'null'}] | 'anyOf':[{'type':'string'}]      | yes | yes",
                "'anyOf':[{'const':'a'},{'pattern':'.'}] | 'anyOf':[{'const':'a'},{'const':'b'},{'pattern':'.'}] | yes | no",
                "'anyOf':[{'const':'a'},{'pattern':'.'}] | 'anyOf':[{'const':'a'},{'pattern':'..'}] | yes | yes",
                "'anyOf':[{'const':'a'},{'pattern':'.'}] | 'anyOf':[{'const':'a'},{'pattern':'.'},{'pattern':','}] | yes | yes",
                "'anyOf':[{'const':'a'},{'pattern':'.'}] | 'anyOf':[{'const':'a'},{'pattern':'.','type':'string'}] | yes | no",
                "'anyOf':[{'const':'a'},{'pattern':'.'}] | 'anyOf':[{'const':'a'}]          | yes | yes",
                "'$ref':'common.schema.json#/$defs/text' | 'type':'string'                      | no  | no",
                "'$ref':'common.schema.json#/$defs/text' | 'type':'boolean'                     | yes | yes",
                "'additionalProperties':{'type':'string'} | 'additionalProperties':{'type':'boolean'} | yes | yes",
                "'additionalProperties':{'type':'string'} | 'additionalProperties':true         | no  | yes",
                "'additionalProperties':{'type':'string'} | 'additionalProperties':false        | yes | no",
                "'title':'any'                       | 'additionalProperties':{'type':'string'} | yes | no",
                "'allOf':[#a#,#b#]                   | 'allOf':[#b#,#a#]                        | no  | no",
                "'allOf':[#a#,#b#]                   | 'allOf':[#a#]                            | yes | yes",
                "'allOf':[#a#]                       | 'title':'none'                           | yes | yes",
                "'allOf':[#a#]                       | 'allOf':[#a#,#b#]                        | no  | no",
                "'allOf':[#a#]                       | 'allOf':[#a#,#a:other#]                  | yes | yes",
                "'allOf':[#a#]                       | 'allOf':[#a:other#]                      | yes | yes",
                "'allOf':[#a#]                       | 'allOf':[#a#,{'required':['c']}]         | yes | yes",
                "'allOf':[#a#]                       | 'allOf':[#a#,{'if':{'required':['query']},'then':{}}] | yes | yes",
                "'enum':['b'],'allOf':[#a#]          | 'enum':['b'],'allOf':[#a#,#b#]           | yes | yes",
                "'dependentRequired':{'a':['b']}     | 'dependentRequired':{'a':['b','c']}      | yes | yes",
            })
    void tellsWhomAChangeBreaks(String before, String after, String publishers, String readers) {
        assertThat(!breaks("commands/x.schema.json", before, after).isEmpty())
                .as("publishers")
                .isEqualTo(publishers.equals("yes"));
        assertThat(!breaks("answers/x.schema.json", before, after).isEmpty())
                .as("readers")
                .isEqualTo(readers.equals("yes"));
    }

    @Test
    void namesTheFileThePlaceTheChangeAndTheRemedy() {
        String nested = "'properties':{'result':{'$ref':'#/$defs/R'}},'$defs':{'R':{'properties':{'n':{'type':'%s'}}}}";
        assertThat(breaks("answers/x.schema.json", nested.formatted("string"), nested.formatted("integer")))
                .containsExactly("answers/x.schema.json#/$defs/R/properties/n/type: was string and is integer; "
                        + "readers of v1 rely on it: put it back, or add something new beside it (docs/contract.md)");
    }

    @Test
    void seesAChangeBehindASharedPart() {
        SchemaSet released = set("answers/x.schema.json", "'$ref':'../common.schema.json#/$defs/text'", "string");
        SchemaSet now = set("answers/x.schema.json", "'$ref':'../common.schema.json#/$defs/text'", "boolean");
        assertThat(SchemaComparison.breaks(released, now))
                .singleElement()
                .asString()
                .startsWith("common.schema.json#/$defs/text/type: was string and is boolean");
    }

    @Test
    void seesAChangeBehindACondition() {
        String led = "'allOf':[{'if':{'required':['a']},'then':{'$ref':'#/$defs/R'}}],'$defs':{'R':{'maxLength':%s}}";
        assertThat(breaks("answers/x.schema.json", led.formatted(1), led.formatted(2)))
                .singleElement()
                .asString()
                .startsWith("answers/x.schema.json#/$defs/R: maxLength was 1 and is 2");
    }

    @Test
    void refusesAKeywordBesideAReferenceThatSaysItToo() {
        String both = "'$ref':'common.schema.json#/$defs/text','type':['string','null'],'description':'theirs'";
        assertThatThrownBy(() -> breaks("answers/x.schema.json", both, both))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("answers/x.schema.json#: says type beside a reference");
    }

    @Test
    void missesAFileThatIsGoneAndWelcomesANewOne() {
        SchemaSet one = set("answers/x.schema.json", "'type':'object'", "string");
        SchemaSet other = set("answers/y.schema.json", "'type':'object'", "string");
        assertThat(SchemaComparison.breaks(one, other))
                .containsExactly("answers/x.schema.json: is gone; put it back, for those who refer to it");
    }

    private static List<String> breaks(String file, String before, String after) {
        return SchemaComparison.breaks(set(file, before, "string"), set(file, after, "string"));
    }

    private static SchemaSet set(String file, String keywords, String textType) {
        String ref = CONDITION
                .matcher(keywords.replace("'common.", "'../common."))
                .replaceAll(
                        "{'if':{'properties':{'query':{'const':'$1'}},'required':['query']},'then':{'title':'$2'}}");
        return new SchemaSet(Map.of(
                file,
                json("{" + ref + "}"),
                "common.schema.json",
                json("{'$defs':{'text':{'type':'" + textType + "'}}}")));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
