//! Bodies that have several media types.

use cargo_api_object::import::{Imported, Options, import_text};

use super::fixture::{declares, has_type, item};

fn imported() -> Imported {
    let text = r"
openapi: 3.0.3
info: {title: Media, version: '1'}
paths:
  /same:
    post:
      operationId: makeSame
      requestBody:
        content:
          application/json: {schema: {type: object, properties: {a: {type: string}, deep: {type: object, properties: {x: {type: string}}}}}}
          application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: string}, deep: {type: object, properties: {x: {type: string}}}}}}
      responses:
        '200': {description: ok, content: {application/xml: {schema: {type: array, items: {type: string}}}, application/json: {schema: {type: array, items: {type: string}}}}}
  /differing:
    post:
      operationId: makeDiffering
      requestBody:
        content:
          multipart/form-data: {schema: {type: object, properties: {file: {type: string}}}}
          application/json: {schema: {type: object, properties: {a: {type: string}}}}
          application/x-www-form-urlencoded: {schema: {type: object, properties: {b: {type: string}}}}
      responses:
        '200': {description: ok, content: {text/csv: {schema: {type: string}}, text/event-stream: {schema: {type: object, properties: {e: {type: string}}}}}}
";
    import_text("media.yaml", text, &Options::default()).expect("the document is imported")
}

#[test]
fn equal_schemas_of_a_body_are_one_type() {
    let found = imported();
    declares(
        &found,
        "MakeSameRequest",
        &["pub deep: Option<MakeSameRequestDeep>,"],
    );
    let response = item(&found, "MakeSameResponse");
    assert!(response.ends_with("pub type MakeSameResponse = Vec<String>;"));
    for number in ["Request2", "RequestForm", "Response2", "ResponseXml"] {
        assert!(!has_type(&found, &format!("MakeSame{number}")), "{number}");
    }
    let said = item(&found, "MakeSameRequest");
    assert!(!said.contains("is the same"), "{said}");
}

#[test]
fn schemas_that_differ_are_called_by_their_media_types() {
    let found = imported();
    for (name, line) in [
        ("MakeDifferingRequest", "pub a: Option<String>,"),
        ("MakeDifferingRequestMultipart", "pub file: Option<String>,"),
        ("MakeDifferingRequestForm", "pub b: Option<String>,"),
        (
            "MakeDifferingResponse",
            "pub type MakeDifferingResponse = String;",
        ),
        ("MakeDifferingResponseEventStream", "e: Option<String>,"),
    ] {
        declares(&found, name, &[line]);
    }
}
